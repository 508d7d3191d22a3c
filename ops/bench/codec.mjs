// Asked by Codec.java: a line names the job, the answer is milliseconds, bytes and milliseconds of processors.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const sharp = createRequire(process.env.SHARP + '/')('sharp');
const file = readFileSync(process.argv[2]);
sharp.cache(false);
if (process.env.THREADS !== '0') sharp.concurrency(Number(process.env.THREADS));

const jobs = {
  webp: () => sharp(file).resize(1024, 1024).webp({ quality: 80 }).toBuffer(),
  thumbnail: () => sharp(file).resize(320, 320).jpeg({ quality: 82 }).toBuffer(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const used = process.cpuUsage();
  const began = process.hrtime.bigint();
  const made = await jobs[line]();
  const took = Number(process.hrtime.bigint() - began) / 1e6;
  const { user, system } = process.cpuUsage(used);
  console.log(`${took} ${made.length} ${(user + system) / 1e3}`);
}
