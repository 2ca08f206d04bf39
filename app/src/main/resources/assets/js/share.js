// Copies the address or opens the phone's own way to share; without it, mail and QR code are there.
for (const row of document.querySelectorAll("[data-share]")) {
  const copy = row.querySelector("[data-copy]");
  const native = row.querySelector("[data-native]");
  const link = row.dataset.share;
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(link);
      copy.querySelector("span").textContent = row.dataset.copied;
    });
  }
  if (native && navigator.share) {
    native.hidden = false;
    native.addEventListener("click", () => navigator.share({ title: document.title, url: link }).catch(() => {}));
  }
}
