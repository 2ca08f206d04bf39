// Puts the player in place of its stand-in, only after the click; without it, the link leads to the video.
for (const link of document.querySelectorAll("a[data-embed]")) {
  link.addEventListener("click", (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    const player = document.createElement("iframe");
    player.src = link.dataset.embed + (link.dataset.embed.includes("?") ? "&" : "?") + "autoplay=1";
    player.title = link.querySelector("b").textContent;
    player.allow = "autoplay; fullscreen; picture-in-picture";
    player.allowFullscreen = true;
    player.referrerPolicy = "strict-origin";
    link.parentElement.replaceChildren(player);
    player.focus();
  });
}
