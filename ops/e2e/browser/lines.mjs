// What node:test tells, in the lines that ops/easel test counts.
const detail = (error) => String(error?.cause?.message ?? error?.message ?? error)
  .split('\n').slice(0, 20).map((line) => `  # ${line}\n`).join('');

export default async function* lines(source) {
  for await (const { type, data } of source) {
    if (type === 'test:pass') {
      yield `ok - ${data.name}\n`;
      if (process.env.EASEL_SLOW && data.details.duration_ms > 1500) yield `  # ${Math.round(data.details.duration_ms)} ms\n`;
    } else if (type === 'test:fail') {
      yield `not ok - ${data.name}\n${detail(data.details.error)}`;
    }
  }
}
