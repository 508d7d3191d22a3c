// Every route of the server: those of the dashboard from the controllers' source, those of the APIs
// from the OpenAPI document the server hands out. A new one is found here by itself.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { url } from './house.mjs';

const sources = path.join(process.env.EASEL_ROOT, 'web/src/main/java/dev/easel/web');

const java = (folder) => readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.java'))
  .map((name) => ({ name: path.basename(name, '.java'), text: readFileSync(path.join(folder, name), 'utf8') }));

const files = java(sources);

/** A string, or a constant that some class here gives it. */
function value(written) {
  if (written.startsWith('"')) {
    return written.slice(1, -1);
  }
  const [type, name] = written.split('.');
  const found = files.find((file) => file.name === type)?.text.match(new RegExp(`String ${name} =\\s*"([^"]*)"`));
  if (!found) {
    throw new Error(`what is @Path(${written})?`);
  }
  return found[1];
}

const join = (...parts) => `/${parts.flatMap((part) => part.split('/')).filter(Boolean).join('/')}`;

/** The routes of one class: annotations stand before each method, up to its `public`. */
function routesOf(file, base) {
  const [head, ...methods] = file.text.split(/\n {2}(?=public |@(?:GET|POST|PUT|PATCH|DELETE)\b)/);
  const ofClass = head.match(/\n@Path\(([^)]*)\)/);
  const blocks = [];
  let pending = '';
  for (const part of methods) {
    pending += `\n${part}`;
    if (part.startsWith('public ')) {
      blocks.push(pending);
      pending = '';
    }
  }
  return blocks.flatMap((block) => {
    const verb = block.match(/@(GET|POST|PUT|PATCH|DELETE)\b/);
    const rest = block.match(/@Path\((?:value = )?([^)]*)\)/);
    const from = ofClass ? value(ofClass[1]) : '/';
    return verb ? [{
      method: verb[1],
      path: join(base, from, rest ? value(rest[1]) : '').replace(/\{(\w+):[^{}]*(?:\{[^}]*\}[^{}]*)*\}/g, '{$1}'),
      where: file.name,
    }] : [];
  });
}

/** Of everything under /app and whatever else hands out pages. */
export function pageRoutes() {
  const routes = files.filter((file) => file.text.includes('@ApplicationPath(') && /web\.ui\b/.test(file.text))
    .flatMap((application) => {
      const base = application.text.match(/@ApplicationPath\("([^"]*)"\)/)[1];
      return files.filter((file) => /\n@Path\(/.test(file.text) && application.text.includes(`${file.name}.class`))
        .flatMap((file) => routesOf(file, base));
    });
  const verbs = files.filter((file) => /web\.ui\b/.test(file.text))
    .flatMap((file) => file.text.match(/^ {2}@(GET|POST|PUT|PATCH|DELETE)$/gm) ?? []).length;
  if (verbs !== routes.length) {
    throw new Error(`${verbs} methods answer requests, ${routes.length} routes were understood`);
  }
  return routes;
}

/** Of the APIs, each with the example of its body, if its document has one. */
export async function apiRoutes() {
  const document = await (await fetch(`${url}/openapi`)).json();
  return Object.entries(document.paths).flatMap(([where, verbs]) => Object.entries(verbs)
    .filter(([verb]) => /^(get|post|put|patch|delete)$/.test(verb))
    .map(([verb, told]) => ({
      method: verb.toUpperCase(),
      path: where,
      needsBody: told.requestBody?.required === true,
      example: told.requestBody?.content?.['application/json']?.example,
    })));
}

export const idsIn = (route) => [...route.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
