import type { FastifyInstance } from "fastify";

/** Sends the security headers with every answer. They are the same for all, and so put together once. */
export function sendSecurityHeaders(app: FastifyInstance, origin: string): void {
  const headers = securityHeaders(origin);
  app.addHook("onRequest", (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** What OWASP's Secure Headers Project recommends; over plain HTTP none that would send browsers to HTTPS. */
function securityHeaders(origin: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": Object.entries(CONTENT_SECURITY_POLICY)
      .map(([name, sources]) => `${name} ${sources}`)
      .join(";"),
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-dns-prefetch-control": "off",
    "x-download-options": "noopen",
    "x-frame-options": "DENY",
    "x-permitted-cross-domain-policies": "none",
    // The filter that browsers once had did harm itself.
    "x-xss-protection": "0",
    // Without HTTPS browsers ignore these, and say so in the console.
    ...(origin.startsWith("https:")
      ? {
          "cross-origin-opener-policy": "same-origin",
          "origin-agent-cluster": "?1",
          "strict-transport-security": "max-age=31536000",
        }
      : {}),
  };
}

const CONTENT_SECURITY_POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};
