"""The official Python SDK, unchanged, against Easel. Prints one line per check."""

import base64
import json
import os
import re
import struct
import time
import traceback
import urllib.request
import zlib

import openai
from openai import AzureOpenAI, OpenAI

DEMO, KEY, PROXY = os.environ["DEMO_URL"], os.environ["DEMO_KEY"], os.environ["PROXY_URL"]
PLAIN, PLAIN_KEY = os.environ["EASEL_URL"], os.environ["EASEL_API_KEY"]
PNG, JPEG = b"\x89PNG", b"\xff\xd8\xff"
client = OpenAI(base_url=DEMO + "/v1", api_key=KEY)


def check(what):
    def run(body):
        try:
            body()
            print(f"ok - python: {what}", flush=True)
        except Exception:
            print(f"not ok - python: {what}", flush=True)
            print("\n".join("  # " + line for line in traceback.format_exc().splitlines()[-8:]))

    return run


def through(label, mode="pass", **more):
    """A client whose requests are counted under the label."""
    return OpenAI(base_url=f"{PROXY}/py-{label}/{mode}/v1", **{"api_key": KEY, **more})


def log(label):
    with urllib.request.urlopen(f"{PROXY}/log/py-{label}") as answer:
        return json.load(answer)


def fails(kind, status, code, param, attempts, label, **request):
    """The request fails as this exception, with these words, after that many attempts."""
    try:
        through(label).images.generate(**request)
    except kind as error:
        assert error.status_code == status, error.status_code
        assert (error.code, error.param) == (code, param), (error.code, error.param)
        assert error.type and error.request_id, error
    else:
        raise AssertionError("no exception")
    assert len(log(label)) == attempts, log(label)


def pixels(encoded):
    """The compressed pixels of a PNG, without the metadata, which bears the generation's id."""
    content, at, found = base64.b64decode(encoded), 8, []
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] == b"IDAT":
            found.append(content[at + 8 : at + 8 + length])
        at += length + 12
    return b"".join(found)


def picture(width, height, pixel):
    """A PNG whose pixels are four bytes each."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(width)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


HILL = picture(320, 192, lambda x, y: bytes((x % 256, y, 128, 255)))
HOLE = picture(320, 192, lambda x, y: bytes((0, 0, 0, 0 if x < 160 else 255)))


@check("dall-e-3 answers with an address that serves a PNG")
def _():
    made = client.images.generate(model="dall-e-3", prompt="A serene lake at sunset", size="1024x1024")
    assert made.created > 1_700_000_000 and len(made.data) == 1
    assert made.data[0].b64_json is None and made.data[0].revised_prompt
    with urllib.request.urlopen(made.data[0].url) as file:
        assert file.read(4) == PNG
    assert (made.size, made.background, made.output_format) == ("1024x1024", "opaque", "png")


@check("gpt-image answers inline and with an address")
def _():
    made = client.images.generate(model="gpt-image-1-mini", prompt="A hill", quality="low")
    assert base64.b64decode(made.data[0].b64_json)[:4] == PNG and made.data[0].url
    assert made.quality == "low"


@check("response_format is obeyed")
def _():
    inline = client.images.generate(
        model="dall-e-2", prompt="A hill", size="256x256", response_format="b64_json"
    )
    assert inline.data[0].b64_json and inline.data[0].url is None


@check("n images are n different images")
def _():
    made = client.images.generate(
        model="dall-e-2", prompt="A sea", n=3, size="256x256", response_format="b64_json"
    )
    assert len({item.b64_json for item in made.data}) == 3


@check("usage counts tokens and says what it cost")
def _():
    usage = client.images.generate(model="dall-e-2", prompt="A sea", size="256x256").usage
    assert usage.input_tokens > 0 and usage.output_tokens == 0
    assert usage.total_tokens == usage.input_tokens == usage.input_tokens_details.text_tokens
    assert usage.cost == 0.02 and usage.latency_ms > 0
    assert (usage.image_size, usage.model_used) == ("256x256", "easel/sketch")


@check("usage of images is told in buckets")
def _():
    client.images.generate(model="dall-e-2", prompt="A sea", size="256x256")
    admin = OpenAI(base_url=DEMO + "/v1", api_key=KEY, admin_api_key=KEY)
    page = admin.admin.organization.usage.images(
        start_time=int(time.time()) // 86400 * 86400, group_by=["model", "size"], models=["openai/dall-e-2"]
    )
    assert page.object == "page" and not page.has_more and page.next_page is None
    found = [result for bucket in page.data for result in bucket.results]
    assert type(found[0]).__name__ == "DataResultOrganizationUsageImagesResult", found
    assert "256x256" in [result.size for result in found], found
    assert {result.model for result in found} == {"dall-e-2"}, found
    assert all(result.num_model_requests >= 1 and result.source is None for result in found)


@check("jpeg and webp with compression")
def _():
    made = [
        client.images.generate(
            model="easel/sketch",
            prompt="A forest",
            size="256x256",
            output_format=kind,
            output_compression=60,
            response_format="b64_json",
        )
        for kind in ("jpeg", "webp")
    ]
    content = [base64.b64decode(one.data[0].b64_json) for one in made]
    assert content[0][:3] == JPEG and content[1][8:12] == b"WEBP"
    assert [one.output_format for one in made] == ["jpeg", "webp"]


@check("a transparent background")
def _():
    made = client.images.generate(
        model="easel/sketch",
        prompt="A tree",
        size="256x256",
        background="transparent",
        extra_body={"seed": 3},  # of some pictures nothing can be cut out
    )
    assert made.background == "transparent"


@check("fields of our own go by extra_body, a seed repeats the picture")
def _():
    twice = [
        client.images.generate(
            model="sketch",
            prompt="A city at night",
            size="256x256",
            response_format="b64_json",
            extra_body={"seed": 7, "steps": 12, "negative_prompt": "people", **more},
        )
        for more in ({"provider": "easel", "metadata": {"run": 1}}, {"guidance_scale": 7.5})
    ]
    files = [pixels(one.data[0].b64_json) for one in twice]
    assert files[0] == files[1] and twice[0].id != twice[1].id


@check("an image of ours can be painted on")
def _():
    first = client.images.generate(model="easel/sketch", prompt="A meadow", size="256x256")
    again = client.images.generate(
        model="easel/sketch",
        prompt="A meadow in winter",
        size="256x256",
        extra_body={"image": first.data[0].id, "strength": 0.4},
    )
    assert again.data[0].url and again.id != first.id


@check("what was ignored or replaced is told in warnings")
def _():
    made = client.images.generate(
        model="dall-e-3", prompt="A sea", moderation="low", extra_body={"complexity": "low"}
    )
    codes = [warning["code"] for warning in made.warnings]
    assert "model_substituted" in codes and "parameter_ignored" in codes, codes


@check("the request id is ours, or the caller's own")
def _():
    raw = client.images.with_raw_response.generate(
        model="easel/sketch", prompt="A sea", size="256x256", extra_headers={"X-Request-ID": "mine-1"}
    )
    assert raw.headers["x-request-id"] == raw.parse()._request_id == "mine-1"
    assert int(raw.headers["openai-processing-ms"]) > 0
    assert client.models.list()._request_id.startswith("req_")


@check("models are listed and found, also with a slash")
def _():
    listed = {model.id: model for model in client.models.list()}
    assert {"dall-e-3", "easel/sketch", "gpt-image-2"} <= listed.keys()
    assert listed["dall-e-3"].owned_by == "openai" and listed["dall-e-3"].object == "model"
    assert listed["dall-e-3"].pricing["per_image"] == 0.04
    assert client.models.retrieve("easel/sketch").id == "easel/sketch"


@check("only what can be called is listed")
def _():
    plain = OpenAI(base_url=PLAIN + "/v1", api_key=PLAIN_KEY)
    assert "dall-e-3" not in [model.id for model in plain.models.list()]


@check("a stream sends partial images, then the finished one")
def _():
    events = list(
        client.images.generate(
            model="gpt-image-1", prompt="A lighthouse", stream=True, partial_images=2
        )
    )
    partials = [e for e in events if e.type == "image_generation.partial_image"]
    assert 1 <= len(partials) <= 2, len(partials)
    assert [e.partial_image_index for e in partials] == list(range(len(partials)))
    assert len(events) == len(partials) + 1
    last = events[-1]
    assert last.type == "image_generation.completed" and last.usage.total_tokens > 0
    assert last.usage.cost == 0.042
    for event in events:
        assert base64.b64decode(event.b64_json)[:4] == PNG
        assert (event.size, event.quality) == ("1024x1024", "medium")
        assert (event.background, event.output_format) == ("opaque", "png")
        assert event.created_at > 1_700_000_000
    assert len({e.b64_json for e in events}) == len(events)


@check("partial images come in the format asked for, one completed event for each image")
def _():
    events = list(
        client.images.generate(
            model="easel/sketch",
            prompt="A forest",
            size="512x512",
            n=2,
            stream=True,
            partial_images=1,
            output_format="jpeg",
        )
    )
    assert all(base64.b64decode(e.b64_json)[:3] == JPEG for e in events)
    assert sum(e.type == "image_generation.completed" for e in events) == 2


@check("a stream without partial images has only the end")
def _():
    events = list(
        client.images.generate(model="easel/sketch", prompt="A sea", size="256x256", stream=True)
    )
    assert [e.type for e in events] == ["image_generation.completed"]


@check("a stream that cannot begin is an ordinary error")
def _():
    try:
        client.images.generate(model="dall-e-3", prompt="A sea", size="3x3", stream=True)
    except openai.BadRequestError as error:
        assert error.param == "size" and "1792x1024" in error.message
    else:
        raise AssertionError("no exception")


@check("an edit of one file answers as generations do, about as large as the file")
def _():
    made = client.images.edit(model="easel/sketch", image=("hill.png", HILL), prompt="A hill in winter")
    with urllib.request.urlopen(made.data[0].url) as file:
        assert file.read(4) == PNG
    assert (made.size, made.output_format) == ("320x192", "png"), made.size
    assert made.data[0].b64_json is None and made.usage.model_used == "easel/sketch"


@check("an edit by gpt-image answers inline")
def _():
    made = client.images.edit(
        model="gpt-image-1-mini", image=HILL, prompt="A hill", quality="low", input_fidelity="high"
    )
    assert base64.b64decode(made.data[0].b64_json)[:4] == PNG and made.data[0].url


@check("an edit of a list of files, with numbers and flags as text")
def _():
    made = client.images.edit(
        model="dall-e-2",
        image=[HILL, ("mask.png", HOLE, "image/png")],
        prompt="A hill",
        n=2,
        size="256x256",
        stream=False,
        response_format="b64_json",
        user="someone",
        extra_body={"seed": 7},
    )
    assert len({item.b64_json for item in made.data}) == 2 and made.size == "256x256"
    assert "reference_unused" in [warning["code"] for warning in made.warnings], made.warnings
    assert made.safety_identifier == "someone"


@check("an edit with a mask keeps the size of the file")
def _():
    made = client.images.edit(
        model="easel/sketch", image=HILL, mask=HOLE, prompt="A lake", response_format="b64_json"
    )
    file = base64.b64decode(made.data[0].b64_json)
    assert struct.unpack(">II", file[16:24]) == (320, 192) and made.size == "320x192"
    assert made.id.startswith("inp_"), made.id


@check("an edit as a stream")
def _():
    events = list(
        client.images.edit(
            model="easel/sketch", image=HILL, prompt="A city", size="512x512", stream=True, partial_images=2
        )
    )
    partials = [e for e in events if e.type == "image_edit.partial_image"]
    assert 1 <= len(partials) <= 2 and len(events) == len(partials) + 1, [e.type for e in events]
    assert [e.partial_image_index for e in partials] == list(range(len(partials)))
    assert events[-1].type == "image_edit.completed" and events[-1].usage.total_tokens > 0
    assert all(base64.b64decode(e.b64_json)[:4] == PNG for e in events)


@check("an edit of a file larger than what is looked through in memory, as a stream")
def _():
    large = picture(1100, 400, lambda x, y: os.urandom(3) + b"\xff")
    assert len(large) > 1 << 20
    events = list(
        client.images.edit(model="easel/sketch", image=large, prompt="A city", size="256x256", stream=True)
    )
    assert [e.type for e in events] == ["image_edit.completed"]


@check("an edit of pictures named in JSON")
def _():
    data = "data:image/png;base64," + base64.b64encode(HILL).decode()
    made = client.post(
        "/images/edits",
        body={"model": "easel/sketch", "prompt": "A lake", "images": [{"image_url": data}],
              "mask": {"image_url": "data:image/png;base64," + base64.b64encode(HOLE).decode()}},
        cast_to=type(client.images.generate(model="easel/sketch", prompt="A sea", size="256x256")),
    )
    again = client.images.generate(
        model="easel/sketch", prompt="A meadow", size="256x256", extra_body={"image": data}
    )
    assert made.size == "320x192" and again.size == "256x256"


@check("a variation needs no prompt")
def _():
    made = client.images.create_variation(image=HILL, model="dall-e-2", n=2, size="256x256")
    assert len(made.data) == 2 and made.data[0].url


EDIT_ERRORS = [
    ("an edit of what is no picture", {"image": b"no picture at all"}, "image"),
    ("an edit with a mask of other proportions", {"image": HILL, "mask": picture(64, 64, lambda x, y: bytes(4))}, "mask"),
    ("an edit with n out of range", {"image": HILL, "n": 11}, "n"),
    ("an edit without a prompt", {"image": HILL, "prompt": " "}, "prompt"),
    ("an edit by a model that makes none", {"image": HILL, "model": "dall-e-3"}, "model"),
]
for what, request, param in EDIT_ERRORS:

    @check(f"{what} is a BadRequestError after one attempt")
    def _():
        label = what.replace(" ", "-")
        try:
            through(label).images.edit(**{"model": "easel/sketch", "prompt": "x", **request})
        except openai.BadRequestError as error:
            assert (error.code, error.param) == ("invalid_parameter", param), error
        else:
            raise AssertionError("no exception")
        assert len(log(label)) == 1


def cancel_newest():
    """Makes the newest generation fail, by the way of /api/v2."""

    def ask(method, path):
        request = urllib.request.Request(
            f"{DEMO}/api/v2/{path}", method=method, headers={"X-API-Key": KEY}
        )
        with urllib.request.urlopen(request) as answer:
            return answer.read().decode()

    newest = re.search(r"gen_[0-9a-f]{24}", ask("GET", "generations?limit=1")).group()
    ask("POST", f"generations/{newest}/cancel")


@check("a stream that breaks off is an APIError with a reason")
def _():
    stream = client.images.generate(
        model="easel/sketch", prompt="A city", size="1024x1024", n=10, stream=True, partial_images=1
    )
    try:
        for event in stream:
            assert event.type == "image_generation.partial_image"
            cancel_newest()
    except openai.APIError as error:
        assert "was cancelled" in error.message
    else:
        raise AssertionError("no exception")


ERRORS = [
    ("a wrong size", openai.BadRequestError, 400, "invalid_parameter", "size", 1,
     {"model": "dall-e-3", "prompt": "x", "size": "100x100"}),
    ("n out of range", openai.BadRequestError, 400, "invalid_parameter", "n", 1,
     {"model": "dall-e-3", "prompt": "x", "n": 11}),
    ("a format not written here", openai.BadRequestError, 400, "invalid_parameter", "output_format", 1,
     {"model": "gpt-image-2", "prompt": "x", "extra_body": {"output_format": "gif"}}),
    ("an unknown provider", openai.BadRequestError, 400, "invalid_parameter", "provider", 1,
     {"model": "dall-e-3", "prompt": "x", "extra_body": {"provider": "acme"}}),
    ("an image for a model that takes none", openai.BadRequestError, 400, "invalid_parameter", "image", 1,
     {"model": "dall-e-3", "prompt": "x", "extra_body": {"image": "img_000000000000000000000000_0"}}),
    ("a prohibited prompt", openai.BadRequestError, 400, "content_policy_violation", "prompt", 1,
     {"model": "dall-e-3", "prompt": "child pornography"}),
    ("an unknown model", openai.NotFoundError, 404, "model_not_found", "model", 1,
     {"model": "no-such-model", "prompt": "x"}),
    ("too few credits", openai.RateLimitError, 429, "insufficient_quota", None, 1,
     {"model": "google-cloud/imagen4", "prompt": "x", "n": 10}),
]
for what, kind, status, code, param, attempts, request in ERRORS:
    check(f"{what} is a {kind.__name__} after one attempt")(
        lambda: fails(kind, status, code, param, attempts, what.replace(" ", "-"), **request)
    )


@check("a wrong key is an AuthenticationError after one attempt")
def _():
    try:
        through("wrong-key", api_key="esk_live_wrong").models.list()
    except openai.AuthenticationError as error:
        assert (error.status_code, error.code) == (401, "invalid_api_key")
    else:
        raise AssertionError("no exception")
    assert len(log("wrong-key")) == 1


@check("a model nobody configured is a NotFoundError")
def _():
    try:
        OpenAI(base_url=PLAIN + "/v1", api_key=PLAIN_KEY).images.generate(
            model="dall-e-3", prompt="x"
        )
    except openai.NotFoundError as error:
        assert (error.code, error.param) == ("model_not_found", "model")
    else:
        raise AssertionError("no exception")


@check("too many requests are a RateLimitError that says when to come back")
def _():
    limited = OpenAI(
        base_url=os.environ["LIMITED_URL"] + "/v1", api_key=os.environ["LIMITED_KEY"], max_retries=0
    )
    made = limited.images.with_raw_response.generate(model="easel/sketch", prompt="x", size="256x256")
    assert made.headers["x-ratelimit-limit-requests"] == "10", made.headers
    assert re.fullmatch(r"[0-9]+m?s|[0-9.]+s", made.headers["x-ratelimit-reset-requests"])
    refused = None
    for _ in range(20):
        try:
            limited.images.generate(model="easel/sketch", prompt="x", n=99)
        except openai.BadRequestError:
            continue
        except openai.RateLimitError as error:
            refused = error
            break
    assert (refused.code, refused.type) == ("rate_limit_exceeded", "rate_limit_error"), refused
    assert 1 <= int(refused.response.headers["retry-after"]) <= 7, refused.response.headers
    assert refused.response.headers["x-ratelimit-remaining-requests"] == "0"
    # With its own patience the SDK waits as long as told, and gets its image.
    patient = limited.with_options(max_retries=2)
    assert patient.images.generate(model="easel/sketch", prompt="x", size="256x256").data[0].url


for mode in ("cut", "lost"):

    @check(f"a retry after a {mode} answer joins what was paid for")
    def _():
        made = through(mode, mode).images.generate(
            model="dall-e-2", prompt=f"Python, {mode}", size="512x512"
        )
        seen = log(mode)
        assert [entry["retry"] for entry in seen] == ["0", "1"], seen
        assert seen[0]["id"] == seen[1]["id"] == made.id, seen


@check("an idempotency key makes one image of two requests, and one only")
def _():
    def ask(prompt):
        return client.images.generate(
            model="easel/sketch",
            prompt=prompt,
            size="256x256",
            extra_headers={"Idempotency-Key": "python-" + os.environ["RUN_ID"]},
        )

    assert ask("A sea").id == ask("A sea").id
    try:
        ask("Another sea")
    except openai.UnprocessableEntityError as error:
        assert (error.type, error.code) == ("idempotency_error", "idempotency_key_reused")
    else:
        raise AssertionError("no exception")


@check("the Azure client: the deployment is the model")
def _():
    azure = AzureOpenAI(azure_endpoint=DEMO, api_key=KEY, api_version="2025-04-01-preview")
    made = azure.images.generate(model="dall-e-3", prompt="A sea", size="1024x1024")
    assert made.data[0].url
    assert azure.images.edit(model="dall-e-2", image=HILL, prompt="A sea", size="256x256").data[0].url
    assert azure.models.retrieve("dall-e-3").id == "dall-e-3"
