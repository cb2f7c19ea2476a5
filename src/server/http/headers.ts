/**
 * The security headers of every answer, made once; over plain HTTP none that would send browsers to HTTPS, or that they
 * ignore without it and say so in the console.
 */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": POLICY.join(";"),
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "x-dns-prefetch-control": "off",
    "x-download-options": "noopen",
    "x-permitted-cross-domain-policies": "none",
    // What this switched on in old browsers did more harm than good.
    "x-xss-protection": "0",
    ...(origin.startsWith("https:") && {
      "strict-transport-security": "max-age=31536000",
      "cross-origin-opener-policy": "same-origin",
      "origin-agent-cluster": "?1",
    }),
  };
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];
