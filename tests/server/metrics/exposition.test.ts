import { expect, test } from "vitest";

import { formatMetrics } from "../../../src/server/metrics/exposition.ts";
import { createCounter, createHistogram } from "../../../src/server/metrics/meter.ts";

test("writes what Prometheus reads", () => {
  const counter = createCounter("answers_total", "Answers.");
  counter.add({ route: "/a", status: "200" });
  counter.add({ route: "/a", status: "200" }, 2);
  counter.add({ route: 'b"\\\n', status: "404" });
  expect(formatMetrics([counter.read()])).toBe(
    [
      "# HELP answers_total Answers.",
      "# TYPE answers_total counter",
      'answers_total{route="/a",status="200"} 3',
      'answers_total{route="b\\"\\\\\\n",status="404"} 1',
      "",
    ].join("\n"),
  );
});

test("counts a duration in its bucket and in all above it", () => {
  const histogram = createHistogram("seconds", "Time.");
  for (const seconds of [0.001, 0.25, 0.25, 60]) histogram.observe({ route: "/a" }, seconds);
  const text = formatMetrics([histogram.read()]);
  for (const line of [
    'seconds_bucket{route="/a",le="0.005"} 1',
    'seconds_bucket{route="/a",le="0.5"} 3',
    'seconds_bucket{route="/a",le="30"} 3',
    'seconds_bucket{route="/a",le="+Inf"} 4',
    'seconds_sum{route="/a"} 60.501',
    'seconds_count{route="/a"} 4',
  ])
    expect(text).toContain(`${line}\n`);
});
