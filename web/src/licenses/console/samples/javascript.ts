import { quoteJson } from './quote.ts';
import { questionFields, validateUrl, type SampleSubject } from './subject.ts';

/** An ES module for Node 20 and later; the fetch is the one of browsers. */
export function javascriptSample(subject: SampleSubject): string {
  const fields = questionFields(subject).map(([name, value]) => `  ${name}: ${quoteJson(value)},\n`);
  return `// Ends with 0 when the license is valid, 1 when it is not, 2 when that is not known.
const nonce = crypto.randomUUID();
const question = {
${fields.join('')}  nonce,
};

function stop(exitCode, words) {
  console.error(words);
  process.exit(exitCode);
}

let response;
let answer;
try {
  response = await fetch(${quoteJson(validateUrl(subject))}, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(question),
    signal: AbortSignal.timeout(10_000),
  });
  answer = await response.json();
} catch (error) {
  stop(2, \`The license could not be checked: \${error.message}\`);
}

if (response.status !== 200) {
  stop(2, \`The license could not be checked: HTTP \${response.status} \${answer.code}\`);
}
if (answer.nonce !== nonce) {
  stop(2, "This answer belongs to another question.");
}
if (answer.code !== "VALID") {
  stop(1, \`\${answer.reason} (\${answer.code})\`);
}
console.log(\`\${answer.reason} (VALID)\`);
`;
}
