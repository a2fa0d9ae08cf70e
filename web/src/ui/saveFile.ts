/** Long enough for every browser to have taken the file over. */
const KEPT_MS = 60_000;

/** Hands a file to the browser as a download of that name. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
