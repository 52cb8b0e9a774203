// Offline: asks the browser to keep the page. The worker knows the page's own files and nothing else.

import { signal } from "@preact/signals";

const waiting = signal<ServiceWorker | null>(null);

/**
 * Registers the service worker, where there is one: not while developing, and not on plain HTTP. Of a new one it tells
 * only when there is one to replace: the first waits for a moment, too.
 */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("./sw.js");
    if (registration.active) waiting.value = registration.waiting;
    registration.addEventListener("updatefound", () => watch(registration.installing, registration));
  } catch {
    // A browser that forbids it shows the page all the same.
  }
}

function watch(worker: ServiceWorker | null, registration: ServiceWorkerRegistration): void {
  worker?.addEventListener("statechange", () => {
    const isOffered = worker.state === "installed" && registration.active;
    waiting.value = isOffered ? worker : null;
  });
}

/** Offers a new build. What was typed is gone with the old one, so the user chooses when. */
export function NewBuild() {
  const worker = waiting.value;
  if (!worker) return null;
  const take = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("take over");
  };
  return (
    <p class="update" role="status">
      A new version of this page is ready.{" "}
      <button type="button" onClick={take}>
        Reload
      </button>
    </p>
  );
}
