/** Whether an address is the management API's; a function's own URL has the function's name before it. */
export function isManagePath(url: string): boolean {
  return /^[^?]*\/v1\/manage(?:[/?]|$)/.test(url);
}
