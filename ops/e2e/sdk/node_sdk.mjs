// The official Node SDK, unchanged, against Easel. Prints one line per check.
import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import OpenAI, {
  APIError,
  AuthenticationError,
  AzureOpenAI,
  BadRequestError,
  NotFoundError,
  RateLimitError,
  toFile,
} from 'openai';

const { DEMO_URL, DEMO_KEY, PROXY_URL, EASEL_URL, EASEL_API_KEY, RUN_ID } = process.env;
const PNG = '89504e47';
const client = new OpenAI({ baseURL: `${DEMO_URL}/v1`, apiKey: DEMO_KEY });
const plain = new OpenAI({ baseURL: `${EASEL_URL}/v1`, apiKey: EASEL_API_KEY });

async function check(what, body) {
  try {
    await body();
    console.log(`ok - node: ${what}`);
  } catch (error) {
    console.log(`not ok - node: ${what}`);
    console.log(String(error.stack).split('\n').slice(0, 12).map((line) => `  # ${line}`).join('\n'));
  }
}

/** A client whose requests are counted under the label. */
function through(label, mode = 'pass', apiKey = DEMO_KEY) {
  return new OpenAI({ baseURL: `${PROXY_URL}/node-${label}/${mode}/v1`, apiKey });
}

async function log(label) {
  return (await fetch(`${PROXY_URL}/log/node-${label}`)).json();
}

async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('no exception');
}

const head = (b64) => Buffer.from(b64, 'base64').subarray(0, 4).toString('hex');

await check('dall-e-3 answers with an address that serves a PNG', async () => {
  const made = await client.images.generate({
    model: 'dall-e-3',
    prompt: 'A serene lake at sunset',
    size: '1024x1024',
    quality: 'hd',
    style: 'vivid',
  });
  assert.equal(made.data.length, 1);
  assert.equal(made.data[0].b64_json, undefined);
  assert.ok(made.data[0].revised_prompt);
  assert.equal(made.quality, 'high');
  const file = Buffer.from(await (await fetch(made.data[0].url)).arrayBuffer());
  assert.equal(file.subarray(0, 4).toString('hex'), PNG);
});

await check('gpt-image answers inline and with an address', async () => {
  const made = await client.images.generate({ model: 'gpt-image-1-mini', prompt: 'A hill' });
  assert.equal(head(made.data[0].b64_json), PNG);
  assert.ok(made.data[0].url);
});

await check('n images, response_format, usage', async () => {
  const made = await client.images.generate({
    model: 'dall-e-2',
    prompt: 'A sea',
    n: 2,
    size: '256x256',
    response_format: 'b64_json',
    user: 'someone',
  });
  assert.equal(new Set(made.data.map((item) => item.b64_json)).size, 2);
  assert.equal(made.data[0].url, undefined);
  assert.ok(made.usage.input_tokens > 0);
  assert.equal(made.usage.total_tokens, made.usage.input_tokens_details.text_tokens);
  assert.equal(made.usage.cost, 0.04);
  assert.equal(made.usage.image_size, '256x256');
});

await check('usage of images is told in buckets', async () => {
  await client.images.generate({ model: 'dall-e-2', prompt: 'A sea', size: '256x256' });
  const admin = new OpenAI({ baseURL: `${DEMO_URL}/v1`, apiKey: DEMO_KEY, adminAPIKey: DEMO_KEY });
  const page = await admin.admin.organization.usage.images({
    start_time: Math.floor(Date.now() / 86400e3) * 86400,
    bucket_width: '1d',
    group_by: ['model', 'size'],
    models: ['openai/dall-e-2'],
  });
  const found = page.data.flatMap((bucket) => bucket.results);
  assert.equal(page.has_more, false);
  assert.ok(found.some((result) => result.size === '256x256' && result.images >= 1));
  assert.ok(found.every((result) => result.model === 'dall-e-2' && result.source === null));
});

await check('fields of our own go in the body', async () => {
  const made = await client.images.generate({
    model: 'sketch',
    provider: 'easel',
    prompt: 'A city at night',
    size: '256x256',
    seed: 7,
    steps: 12,
    negative_prompt: 'people',
    metadata: { run: 1 },
  });
  assert.ok(made.id.startsWith('gen_'));
  assert.ok(made.data[0].id.startsWith('img_'));
  assert.deepEqual(made.warnings, []);
});

await check('the request id', async () => {
  const { data, response, request_id } = await client.images
    .generate(
      { model: 'easel/sketch', prompt: 'A sea', size: '256x256' },
      { headers: { 'X-Request-ID': 'mine-2' } },
    )
    .withResponse();
  assert.equal(request_id, 'mine-2');
  assert.equal(data._request_id, 'mine-2');
  assert.ok(Number(response.headers.get('openai-processing-ms')) > 0);
});

await check('models are listed and found, also with a slash', async () => {
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  assert.ok(ids.includes('dall-e-3') && ids.includes('easel/sketch'));
  const one = await client.models.retrieve('easel/sketch');
  assert.deepEqual([one.id, one.object, one.owned_by], ['easel/sketch', 'model', 'easel']);
});

await check('a stream sends partial images, then the finished one', async () => {
  const stream = await client.images.generate({
    model: 'gpt-image-1',
    prompt: 'A lighthouse',
    stream: true,
    partial_images: 3,
  });
  const events = [];
  for await (const event of stream) events.push(event);
  const last = events.pop();
  assert.ok(events.length >= 1 && events.length <= 3, `${events.length} partial images`);
  events.forEach((event, index) => {
    assert.equal(event.type, 'image_generation.partial_image');
    assert.equal(event.partial_image_index, index);
  });
  assert.equal(last.type, 'image_generation.completed');
  assert.ok(last.usage.total_tokens > 0);
  for (const event of [...events, last]) {
    assert.equal(head(event.b64_json), PNG);
    assert.deepEqual(
      [event.size, event.quality, event.background, event.output_format],
      ['1024x1024', 'medium', 'opaque', 'png'],
    );
  }
});

await check('a stream that cannot begin is an ordinary error', async () => {
  const error = await failure(
    client.images.generate({ model: 'dall-e-3', prompt: 'x', size: '3x3', stream: true }),
  );
  assert.ok(error instanceof BadRequestError);
  assert.equal(error.param, 'size');
});

const sketch = { model: 'easel/sketch', size: '256x256', response_format: 'b64_json' };
const drawn = await client.images.generate({ ...sketch, prompt: 'A hill' });
const transparent = await client.images.generate({ ...sketch, prompt: 'A tree', background: 'transparent', seed: 3 });
const hill = () => toFile(Buffer.from(drawn.data[0].b64_json, 'base64'), 'hill.png', { type: 'image/png' });
/** A PNG of that edge whose left half is transparent. */
function holed(edge) {
  const row = Buffer.alloc(1 + edge * 4);
  for (let x = edge / 2; x < edge; x++) row[1 + x * 4 + 3] = 255;
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  return Buffer.concat([
    Buffer.from(`${PNG}0d0a1a0a`, 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', zlib.deflateSync(Buffer.concat(Array(edge).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** CRC-32 as PNG wants it; Node has one of its own only since 22. */
function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

const tree = () => toFile(Buffer.from(transparent.data[0].b64_json, 'base64'), 'tree.png');

await check('an edit of one file', async () => {
  const made = await client.images.edit({
    model: 'gpt-image-1-mini',
    image: await hill(),
    prompt: 'A hill in winter',
    quality: 'low',
    size: '1024x1024',
  });
  assert.equal(head(made.data[0].b64_json), PNG);
  assert.deepEqual([made.size, made.quality], ['1024x1024', 'low']);
});

await check('an edit of a list of files with a mask', async () => {
  const made = await client.images.edit({
    ...sketch,
    size: 'auto',
    image: [await hill(), await tree()],
    mask: await toFile(holed(256), 'mask.png'),
    prompt: 'A lake',
    n: 2,
    output_format: 'jpeg',
    output_compression: 60,
  });
  assert.equal(made.data.length, 2);
  assert.equal(head(made.data[0].b64_json).slice(0, 6), 'ffd8ff');
  assert.equal(made.size, '256x256');
  assert.ok(made.id.startsWith('inp_'));
});

await check('an edit as a stream, its flag behind the file', async () => {
  const stream = await client.images.edit({
    model: 'easel/sketch',
    image: await hill(),
    prompt: 'A city',
    size: '512x512',
    partial_images: 2,
    stream: true,
  });
  const types = [];
  for await (const event of stream) {
    types.push(event.type);
    assert.equal(head(event.b64_json), PNG);
  }
  assert.equal(types.pop(), 'image_edit.completed');
  assert.ok(types.length >= 1 && types.every((type) => type === 'image_edit.partial_image'));
});

await check('a variation', async () => {
  const made = await client.images.createVariation({ image: await hill(), model: 'dall-e-2', size: '256x256' });
  assert.ok(made.data[0].url);
});

await check('an edit of what is no picture is a BadRequestError', async () => {
  const error = await failure(
    client.images.edit({ model: 'easel/sketch', image: await toFile(Buffer.from('no'), 'a.png'), prompt: 'x' }),
  );
  assert.ok(error instanceof BadRequestError, String(error));
  assert.deepEqual([error.code, error.param], ['invalid_parameter', 'image']);
});

/** Makes the newest generation fail, by the way of /api/v2. */
async function cancelNewest() {
  const headers = { 'X-API-Key': DEMO_KEY };
  const list = await (await fetch(`${DEMO_URL}/api/v2/generations?limit=1`, { headers })).text();
  const newest = /gen_[0-9a-f]{24}/.exec(list)[0];
  await fetch(`${DEMO_URL}/api/v2/generations/${newest}/cancel`, { method: 'POST', headers });
}

await check('a stream that breaks off is an APIError with a reason', async () => {
  const stream = await client.images.generate({
    model: 'easel/sketch',
    prompt: 'A city',
    size: '1024x1024',
    n: 10,
    stream: true,
    partial_images: 1,
  });
  const error = await failure(
    (async () => {
      for await (const event of stream) {
        assert.equal(event.type, 'image_generation.partial_image');
        await cancelNewest();
      }
    })(),
  );
  assert.ok(error instanceof APIError, String(error));
  assert.match(error.message, /was cancelled/);
});

const errors = [
  ['a wrong size', BadRequestError, 400, 'invalid_parameter', 'size',
    { model: 'dall-e-3', prompt: 'x', size: '100x100' }],
  ['an unknown provider', BadRequestError, 400, 'invalid_parameter', 'provider',
    { model: 'dall-e-3', prompt: 'x', provider: 'acme' }],
  ['a format not written here', BadRequestError, 400, 'invalid_parameter', 'output_format',
    { model: 'gpt-image-2', prompt: 'x', output_format: 'svg' }],
  ['a prohibited prompt', BadRequestError, 400, 'content_policy_violation', 'prompt',
    { model: 'dall-e-3', prompt: 'child pornography' }],
  ['an unknown model', NotFoundError, 404, 'model_not_found', 'model',
    { model: 'no-such-model', prompt: 'x' }],
  ['too few credits', RateLimitError, 429, 'insufficient_quota', null,
    { model: 'google-cloud/imagen4', prompt: 'x', n: 10 }],
];
for (const [what, kind, status, code, param, request] of errors) {
  await check(`${what} is a ${kind.name} after one attempt`, async () => {
    const label = what.replaceAll(' ', '-');
    const error = await failure(through(label).images.generate(request));
    assert.ok(error instanceof kind, String(error));
    assert.deepEqual([error.status, error.code, error.param], [status, code, param]);
    assert.ok(error.type && error.requestID);
    assert.equal((await log(label)).length, 1);
  });
}

await check('a wrong key is an AuthenticationError after one attempt', async () => {
  const error = await failure(through('wrong-key', 'pass', 'esk_live_wrong').models.list());
  assert.ok(error instanceof AuthenticationError);
  assert.equal((await log('wrong-key')).length, 1);
});

await check('a model nobody configured is a NotFoundError', async () => {
  const error = await failure(plain.images.generate({ model: 'dall-e-3', prompt: 'x' }));
  assert.ok(error instanceof NotFoundError);
  assert.equal(error.code, 'model_not_found');
});

for (const mode of ['cut', 'lost']) {
  await check(`a retry after a ${mode} answer joins what was paid for`, async () => {
    const made = await through(mode, mode).images.generate({
      model: 'dall-e-2',
      prompt: `Node, ${mode}`,
      size: '512x512',
    });
    const seen = await log(mode);
    assert.deepEqual(seen.map((entry) => entry.retry), ['0', '1']);
    assert.deepEqual(seen.map((entry) => entry.id), [made.id, made.id]);
  });
}

await check('an idempotency key makes one image of two requests, and one only', async () => {
  const ask = (prompt) =>
    client.images.generate(
      { model: 'easel/sketch', prompt, size: '256x256' },
      { headers: { 'Idempotency-Key': `node-${RUN_ID}` } },
    );
  assert.equal((await ask('A sea')).id, (await ask('A sea')).id);
  const error = await failure(ask('Another sea'));
  assert.equal(error.status, 422);
  assert.equal(error.type, 'idempotency_error');
});

await check('the Azure client: the deployment is the model', async () => {
  const azure = new AzureOpenAI({
    endpoint: DEMO_URL,
    apiKey: DEMO_KEY,
    apiVersion: '2025-04-01-preview',
  });
  const made = await azure.images.generate({ model: 'dall-e-2', prompt: 'A sea', size: '256x256' });
  assert.ok(made.data[0].url);
});
