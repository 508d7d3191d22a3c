// Stands between an SDK and the server, counts what the SDK sends and loses what it should receive.
//
//   /<label>/<mode>/<path>   forwards <path>; mode is one of
//       pass   forwards and answers
//       cut    breaks the first request's connection 300 ms after it was forwarded
//       lost   breaks the first request's connection when its answer arrives
//   /log/<label>             what was forwarded under the label: [{retry, status, id}]
//
// Usage: node fault-proxy.mjs PORT TARGET_URL
import http from 'node:http';

const [port, target] = process.argv.slice(2);
const logs = new Map();

const server = http.createServer((request, response) => {
  const [, first, second, ...rest] = request.url.split('/');
  if (first === 'log') {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(logs.get(second) ?? []));
    return;
  }
  const log = logs.get(first) ?? [];
  logs.set(first, log);
  const entry = { retry: request.headers['x-stainless-retry-count'] ?? null, status: null, id: null };
  log.push(entry);
  const faulty = log.length === 1;
  const upstream = http.request(new URL('/' + rest.join('/'), target), {
    method: request.method,
    headers: { ...request.headers, host: new URL(target).host },
  });
  upstream.on('error', () => response.destroy());
  upstream.on('response', (answer) => {
    entry.status = answer.statusCode;
    const chunks = [];
    answer.on('data', (chunk) => chunks.push(chunk));
    answer.on('end', () => {
      const body = Buffer.concat(chunks);
      entry.id = /"id":"((?:gen|img)_[^"]*)"/.exec(body.toString('latin1'))?.[1] ?? null;
      if (faulty && second !== 'pass') {
        response.destroy();
        return;
      }
      response.writeHead(answer.statusCode, answer.headers);
      response.end(body);
    });
  });
  request.pipe(upstream);
  if (faulty && second === 'cut') {
    setTimeout(() => response.destroy(), 300);
  }
});
server.listen(Number(port), '127.0.0.1');
