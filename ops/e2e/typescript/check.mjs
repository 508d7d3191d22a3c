// Prints one line per check, as the scripts of ops/e2e do.

export const check = async (what, condition) => {
  let reason = '';
  try {
    if (await condition) {
      console.log(`ok - ${what}`);
      return;
    }
  } catch (error) {
    reason = String(error);
  }
  console.log(`not ok - ${what}${reason && `\n  # ${reason}`}`);
};

/** Whether an address answers with an image, without any credentials. */
export const isImage = async (url) => {
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  return response.status === 200 && type.startsWith('image/') && bytes.length > 1000;
};
