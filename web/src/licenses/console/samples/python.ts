import { quotePython } from './quote.ts';
import { questionFields, validateUrl, type SampleSubject } from './subject.ts';

/** Python 3 with nothing but its standard library. */
export function pythonSample(subject: SampleSubject): string {
  const fields = questionFields(subject).map(([name, value]) => `    "${name}": ${quotePython(value)},\n`);
  return `# Ends with 0 when the license is valid, 1 when it is not, 2 when that is not known.
import json
import secrets
import sys
import urllib.error
import urllib.request

nonce = secrets.token_hex(16)
question = {
${fields.join('')}    "nonce": nonce,
}


def stop(exit_code, words):
    print(words, file=sys.stderr)
    sys.exit(exit_code)


request = urllib.request.Request(
    ${quotePython(validateUrl(subject))},
    data=json.dumps(question).encode(),
    headers={"Content-Type": "application/json"},
)
try:
    with urllib.request.urlopen(request, timeout=10) as response:
        status = response.status
        answer = json.load(response)
except urllib.error.HTTPError as error:
    stop(2, f"The license could not be checked: HTTP {error.code} {error.read().decode()}")
except (OSError, ValueError) as error:
    stop(2, f"The license could not be checked: {error}")

if status != 200:
    stop(2, f"The license could not be checked: HTTP {status}")
if answer.get("nonce") != nonce:
    stop(2, "This answer belongs to another question.")
if answer["code"] != "VALID":
    stop(1, f"{answer['reason']} ({answer['code']})")
print(f"{answer['reason']} (VALID)")
`;
}
