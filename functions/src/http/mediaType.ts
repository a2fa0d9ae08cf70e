import type { BodyHeaders } from './rawRequest.ts';

/** Whether a body is JSON in UTF-8 without any coding, by its fields. */
export function isPlainJson(headers: BodyHeaders): boolean {
  return isJson(headers['content-type'] ?? '') && isUncoded(headers['content-encoding']);
}

function isJson(contentType: string): boolean {
  const [mediaType = '', ...parameters] = contentType.split(';');
  if (mediaType.trim().toLowerCase() !== 'application/json') return false;
  return parameters.every((parameter) => {
    const [name = '', value = ''] = parameter.split('=');
    if (name.trim().toLowerCase() !== 'charset') return true;
    return ['utf-8', 'utf8'].includes(
      value
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .toLowerCase(),
    );
  });
}

function isUncoded(contentEncoding: string | undefined): boolean {
  return contentEncoding === undefined || ['', 'identity'].includes(contentEncoding.trim().toLowerCase());
}
