// A browser without scripts: it keeps cookies and shows one page at a time. It follows no redirect by
// itself, because what stands in them is what most checks are about.

/** Cookies are sent by host, whatever the port, as browsers do. */
export class Browser {
  #jar = new Map();

  async #send(address, options = {}) {
    const url = new URL(address);
    const cookies = [...this.#jar.values()]
      .filter((cookie) => cookie.host === url.hostname && url.pathname.startsWith(cookie.path))
      .map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
      ...options,
      headers: { 'user-agent': 'Mozilla/5.0 (checks)', ...(cookies && { cookie: cookies }), ...options.headers },
    });
    answer.headers.getSetCookie().forEach((line) => this.#keep(line, url));
    return {
      url: url.href, status: answer.status, headers: answer.headers, text: await answer.text(),
      location: answer.headers.get('location') && new URL(answer.headers.get('location'), url).href,
    };
  }

  // `Secure` is not asked for: on loopback browsers send such cookies over plain HTTP as well, and
  // Keycloak's are Secure always.
  #keep(line, url) {
    const [pair, ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const path = attributes.find((it) => /^path=/i.test(it))?.slice(5) || '/';
    const key = `${url.hostname} ${path} ${name}`;
    if (value === '' || attributes.some((it) => /^max-age=0$/i.test(it))) {
      this.#jar.delete(key);
    } else {
      this.#jar.set(key, { host: url.hostname, path, name, value });
    }
  }

  cookie(name) {
    return [...this.#jar.values()].find((cookie) => cookie.name === name)?.value;
  }

  get(url, headers = {}) {
    return this.#send(url, { headers });
  }

  post(url, fields) {
    return this.#send(url, { method: 'POST', body: new URLSearchParams(fields) });
  }
}

const NAMED = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };

/** Text of HTML, as far as attributes need it. */
export const plain = (html) => html.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, code) => {
  if (code[0] !== '#') {
    return NAMED[code] ?? whole;
  }
  return String.fromCodePoint(/^#x/i.test(code) ? parseInt(code.slice(2), 16) : Number(code.slice(1)));
});

/** The address with one parameter changed, or left out. */
export function altered(address, name, value) {
  const url = new URL(address);
  if (value === undefined) {
    url.searchParams.delete(name);
  } else {
    url.searchParams.set(name, value);
  }
  return url.href;
}

export const parameter = (address, name) => new URL(address).searchParams.get(name);
