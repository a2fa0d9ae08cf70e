<?php
// Checks what Latchkey signs, without a network: tokens of its answers and offline files.
// Needs PHP 8.0 with sodium, which PHP itself brings.
// Copy this file into your software. What the words mean: docs/verifying.md.

declare(strict_types=1);

namespace Latchkey;

/** What a document has to be. Times are seconds since 1970. */
final class Want
{
    public function __construct(
        public array $keys, // the JWK set that came with your software
        public string $product,
        public string $environment,
        public int $now,
        public string $identifierType = 'hardware',
        public ?string $identifier = null, // null: asked without a device
        public ?string $license = null,
        public ?string $nonce = null,
        public ?int $seen = null, // the latest moment that this installation has seen
        public int $tolerance = 300,
    ) {
    }
}

/** The `token` of an answer, a compact JWS: ['word' => 'OK' or why not, 'claims' => array or null]. */
function checkToken(string $token, Want $want): array
{
    $parts = explode('.', $token);
    if (count($parts) !== 3) {
        return verdict('MALFORMED');
    }
    return check($parts[0], $parts[1], $parts[2], 'JWT', $want);
}

/** The text of latchkey-license.json; otherwise like `checkToken`. */
function checkOfflineFile(string $text, Want $want): array
{
    $file = object($text);
    $names = array_keys($file ?? []);
    sort($names);
    if ($names !== ['payload', 'protected', 'signature']) {
        return verdict('MALFORMED');
    }
    return check($file['protected'], $file['payload'], $file['signature'], 'latchkey-license+jws', $want);
}

function check(mixed $protected, mixed $payload, mixed $signature, string $type, Want $want): array
{
    [$head, $body, $sig] = [decode($protected), decode($payload), decode($signature)];
    $header = $head === null ? null : object($head);
    if ($header === null || $body === null || $sig === null || array_key_exists('crit', $header)) {
        return verdict('MALFORMED');
    }
    // The algorithm is ours to say, never the document's: "none" and "HS256" end here.
    if (($header['alg'] ?? null) !== 'EdDSA') {
        return verdict('WRONG_ALGORITHM');
    }
    if (($header['typ'] ?? null) !== $type) {
        return verdict('WRONG_TYPE');
    }
    $key = null;
    foreach ($want->keys['keys'] as $jwk) {
        $isOurs = ($jwk['kty'] ?? '') === 'OKP' && ($jwk['crv'] ?? '') === 'Ed25519';
        if ($isOurs && isset($jwk['kid'], $header['kid']) && $jwk['kid'] === $header['kid']) {
            $key = decode($jwk['x']);
        }
    }
    if ($key === null) {
        return verdict('UNKNOWN_KEY');
    }
    // A signature of another length would be an exception.
    $isGood = strlen($sig) === SODIUM_CRYPTO_SIGN_BYTES
        && sodium_crypto_sign_verify_detached($sig, "$protected.$payload", $key);
    if (!$isGood) {
        return verdict('BAD_SIGNATURE');
    }
    $claims = object($body);
    if ($claims === null || !is_int($claims['iat'] ?? null) || !is_int($claims['exp'] ?? null)) {
        return verdict('MALFORMED');
    }
    return verdict(judge($claims, $type === 'JWT', $want), $claims);
}

/** The signature is good: are the claims meant for this software, this device and this moment? */
function judge(array $claims, bool $isToken, Want $want): string
{
    // A refusal about a key that nobody knows names no product and no license.
    $faceless = $isToken && ($claims['ok'] ?? null) === false && !isset($claims['aud']);
    // A file may be made for any device; a token is for the one that was asked about.
    $anyDevice = !$isToken && !isset($claims['dev']);
    $wrongLicense = $want->license !== null && ($claims['sub'] ?? null) !== $want->license;
    $wrongNonce = $want->nonce !== null && ($claims['nonce'] ?? null) !== $want->nonce;
    return match (true) {
        ($claims['iss'] ?? null) !== 'latchkey' => 'WRONG_ISSUER',
        ($claims['env'] ?? null) !== $want->environment => 'WRONG_ENVIRONMENT',
        !$faceless && ($claims['aud'] ?? null) !== $want->product => 'WRONG_PRODUCT',
        !$faceless && $wrongLicense => 'WRONG_LICENSE',
        $isToken && !in_array($claims['act'] ?? null, ['validate', 'activate'], true) => 'WRONG_ACTION',
        !$anyDevice && ($claims['dev'] ?? null) !== device($want) => 'WRONG_DEVICE',
        $isToken && $wrongNonce => 'WRONG_NONCE',
        $claims['iat'] > $want->now + $want->tolerance => 'NOT_YET_VALID',
        $want->now < ($want->seen ?? 0) - $want->tolerance => 'CLOCK_TURNED_BACK',
        $want->now >= $claims['exp'] => 'EXPIRED',
        $isToken && ($claims['ok'] ?? null) !== true => 'REFUSED',
        default => 'OK',
    };
}

/** base64url SHA-256 of "hardware:HW-1" or "domain:shop.example.com"; null = no device. */
function device(Want $want): ?string
{
    if ($want->identifier === null) {
        return null;
    }
    return encode(hash('sha256', "$want->identifierType:$want->identifier", true));
}

/** Bytes of base64url that is written as RFC 7515 says, else null. */
function decode(mixed $text): ?string
{
    if (!is_string($text)) {
        return null;
    }
    $bytes = base64_decode(strtr($text, '-_', '+/'), true);
    return $bytes !== false && encode($bytes) === $text ? $bytes : null;
}

function encode(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

/** The object that a JSON text holds, else null. */
function object(string $text): ?array
{
    $value = json_decode($text);
    return $value instanceof \stdClass ? json_decode($text, true) : null;
}

function verdict(string $word, ?array $claims = null): array
{
    return ['word' => $word, 'claims' => $claims];
}
