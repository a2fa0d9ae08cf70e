<?php
// Runs the recipe over the public test vectors: php vectors.php ../../../tests/vectors

declare(strict_types=1);

require __DIR__ . '/latchkey.php';

$folder = $argv[1] ?? '.';
$read = fn (string $name): array => json_decode(file_get_contents("$folder/$name"), true, 512, JSON_THROW_ON_ERROR);
$keys = $read('jwks.json');
$right = true;

foreach (['tokens.json', 'offline-files.json'] as $name) {
    ['kind' => $kind, 'vectors' => $vectors] = $read($name);
    $check = $kind === 'token' ? 'Latchkey\checkToken' : 'Latchkey\checkOfflineFile';
    foreach ($vectors as $vector) {
        ['word' => $word] = $check($vector['document'], new Latchkey\Want(...['keys' => $keys] + $vector['want']));
        echo "$kind/{$vector['name']} $word\n";
        $right = $right && $word === $vector['verdict'];
    }
}

exit($right ? 0 : 1);
