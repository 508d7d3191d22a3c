// A program with a key: the API as others call it.
import { url } from './house.mjs';

/** Sends JSON, or a form if `body` is one; answers with status, headers and what was read. */
export async function call(key, method, path, body, headers = {}) {
  const json = body !== undefined && !(body instanceof FormData);
  const answer = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(key ? { Authorization: `Bearer ${key}` } : {}),
      ...(json ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
    body: json ? JSON.stringify(body) : body,
  });
  const text = await answer.text();
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    data = undefined;
  }
  return { status: answer.status, headers: answer.headers, text, data };
}

/** The same, when anything but success is a failure. */
export async function demand(key, method, path, body, headers) {
  const answer = await call(key, method, path, body, headers);
  if (answer.status >= 300) {
    throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  return answer.data;
}

/** Small images of one prompt, made when this returns; the generation as the API shows it. */
export function paint(key, prompt, images = 1, more = {}) {
  return demand(key, 'POST', '/api/v2/generate/text-to-image', {
    model: 'easel/sketch',
    prompt,
    parameters: { width: 256, height: 192, num_outputs: images, ...more },
  });
}

/** The gallery's name for a picture. */
export const itemOf = (image) => `gallery_item_${image.id.replace(/^img_/, '')}`;
