import type { FastifyInstance, FastifyRequest } from "fastify";
import { isDigest } from "../../domain/ids.ts";
import { MOST_PHOTO_BYTES, photoType } from "../../domain/signed/photo.ts";
import type { PhotoAnswer } from "../../wire/answers.ts";
import { attachmentName, keepAttachment, readAttachment, type AttachmentError } from "../attachments.ts";
import { HttpProblem } from "../http/problem.ts";
import type { RouteParts } from "../parts.ts";
import { deviceOf, wardOf } from "./callers.ts";
import { limitByDevice } from "./device-limit.ts";

/** Photos: put by whoever has them, read by those who may read a statement that names them. */
export async function attachmentRoutes(app: FastifyInstance, parts: RouteParts): Promise<void> {
  // In a room of its own: no other call takes a body of bytes.
  await app.register(async (room) => {
    room.addContentTypeParser(
      BYTES,
      { parseAs: "buffer", bodyLimit: MOST_PHOTO_BYTES },
      (_request, body, done) => done(null, body),
    );
    // Bytes by a plain `fetch` say nothing of their kind; their name tells whether they are what was meant.
    room.addHook("onRequest", (request, _reply, done) => {
      request.headers["content-type"] ??= "application/octet-stream";
      done();
    });
    const count = limitByDevice(room, PHOTOS_A_MINUTE);

    room.put(ADDRESS, { bodyLimit: MOST_PHOTO_BYTES }, async (request): Promise<PhotoAnswer> => {
      const ward = await wardOf(parts, request);
      const device = await deviceOf(parts, request, ward.ward, "any");
      await count(request, device.kid);
      const name = nameIn(request);
      if (!Buffer.isBuffer(request.body) || attachmentName(request.body) !== name)
        throw new HttpProblem("bad-request");
      const kept = await keepAttachment(parts, ward.ward, request.body);
      if (!kept.ok) throw new HttpProblem(PROBLEMS[kept.error]);
      // Read only now: a backup that holds a number above this head was begun when the photo lay here.
      const { epoch, head, saved } = await wardOf(parts, request);
      return { epoch, head, saved };
    });

    room.get(ADDRESS, async (request, reply) => {
      const ward = await wardOf(parts, request);
      const device = await deviceOf(parts, request, ward.ward, "any");
      await count(request, device.kid);
      const bytes = await readAttachment(parts, device, nameIn(request));
      if (!bytes) throw new HttpProblem("not-found");
      return reply.type(photoType(bytes) ?? "application/octet-stream").send(bytes);
    });
  });
}

const ADDRESS = "/api/wards/:ward/attachments/:sha256";
const BYTES = ["image/jpeg", "image/webp", "application/octet-stream"];
const PHOTOS_A_MINUTE = 240;

const PROBLEMS = {
  "too-large": "too-large",
  "not-a-photo": "bad-request",
  "not-named": "not-named",
  "store-full": "store-full",
} as const satisfies Record<AttachmentError, string>;

function nameIn(request: FastifyRequest): string {
  const name = (request.params as { readonly sha256?: string }).sha256;
  if (!isDigest(name)) throw new HttpProblem("bad-request");
  return name;
}
