import { quoteJson, quoteShell } from './quote.ts';
import { questionFields, validateUrl, type SampleSubject } from './subject.ts';

/** A bash script around curl. The key goes in by standard input, so that no list of processes shows it. */
export function curlSample(subject: SampleSubject): string {
  const fields = questionFields(subject).map(
    ([name, value]) => `  ${quoteJson(name)}: ${quoteJson(value)},\n`,
  );
  // The shell's own quotes end around the nonce, the one part that it fills in.
  const before = quoteShell(`{\n${fields.join('')}  "nonce": "`);
  return `#!/usr/bin/env bash
# Ends with 0 when the license is valid, 1 when it is not, 2 when that is not known.
set -euo pipefail

nonce=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n')
question=${before}"$nonce"'"
}'

if ! response=$(curl --silent --show-error --max-time 10 --write-out '\\n%{http_code}' \\
  --header 'Content-Type: application/json' --data-binary @- \\
  ${quoteShell(validateUrl(subject))} <<<"$question"); then
  echo 'The license could not be checked: no answer.' >&2
  exit 2
fi
status=\${response##*$'\\n'}
answer=\${response%$'\\n'*}

# The first such field is the answer's own: what may vary stands behind it.
field() {
  grep -oE "\\"$1\\": ?\\"([^\\"\\\\]|\\\\.)*\\"" <<<"$answer" | head -n 1 | sed -E 's/^"[^"]*": ?"(.*)"$/\\1/' || true
}

if [[ $status != 200 ]]; then
  echo "The license could not be checked: HTTP $status $(field code)" >&2
  exit 2
fi
if [[ $(field nonce) != "$nonce" ]]; then
  echo 'This answer belongs to another question.' >&2
  exit 2
fi
if [[ $(field code) != VALID ]]; then
  echo "$(field reason) ($(field code))" >&2
  exit 1
fi
echo "$(field reason) (VALID)"
`;
}
