import { quotePhp } from './quote.ts';
import { questionFields, validateUrl, type SampleSubject } from './subject.ts';

/** PHP 8 with nothing but its own streams. */
export function phpSample(subject: SampleSubject): string {
  const fields = questionFields(subject).map(([name, value]) => `    '${name}' => ${quotePhp(value)},\n`);
  return `<?php
// Ends with 0 when the license is valid, 1 when it is not, 2 when that is not known.
declare(strict_types=1);

function stop(int $exitCode, string $words): never
{
    fwrite(STDERR, $words . PHP_EOL);
    exit($exitCode);
}

$nonce = bin2hex(random_bytes(16));
$question = [
${fields.join('')}    'nonce' => $nonce,
];

$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => 'Content-Type: application/json',
    'content' => json_encode($question, JSON_THROW_ON_ERROR),
    'timeout' => 10,
    'ignore_errors' => true,
    'follow_location' => 0,
]]);
$stream = @fopen(${quotePhp(validateUrl(subject))}, 'r', false, $context);
if ($stream === false) {
    stop(2, 'The license could not be checked: no answer.');
}
$statusLine = stream_get_meta_data($stream)['wrapper_data'][0] ?? '';
$status = (int) (explode(' ', $statusLine)[1] ?? 0);
$answer = json_decode((string) stream_get_contents($stream), true);

if ($status !== 200 || !is_array($answer)) {
    stop(2, "The license could not be checked: HTTP $status " . ($answer['code'] ?? ''));
}
if (($answer['nonce'] ?? null) !== $nonce) {
    stop(2, 'This answer belongs to another question.');
}
if ($answer['code'] !== 'VALID') {
    stop(1, "{$answer['reason']} ({$answer['code']})");
}
echo "{$answer['reason']} (VALID)", PHP_EOL;
`;
}
