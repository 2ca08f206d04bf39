// The gift form does the sum for the donor while amounts change. Without script the next page says it.
const form = document.querySelector('form.gift');
const recap = form.querySelector('[data-recap]');
const fees = form.querySelector('[data-fees]');
const basisPoints = Number(form.dataset.basisPoints);
const fixedCents = Number(form.dataset.fixedCents);
const money = new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR', { style: 'currency', currency: 'EUR' });
const text = cents => money.format(cents / 100);
const fee = cents => Math.floor((cents * basisPoints + 5000) / 10000) + fixedCents;

function covering(cents) {
  let payment = Math.floor((cents + fixedCents) * 10000 / (10000 - basisPoints));
  while (payment - fee(payment) > cents) payment--;
  while (payment - fee(payment) < cents) payment++;
  return payment;
}

function typedCents() {
  const chosen = form.elements.montant.value;
  const typed = (chosen === 'autre' || chosen === '' ? form.elements.montantLibre.value : chosen).trim();
  const euros = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(typed);
  return euros ? Number(euros[1]) * 100 + Number((euros[2] ?? '').padEnd(2, '0')) : 0;
}

function redraw() {
  const given = typedCents();
  recap.hidden = given < 100;
  if (recap.hidden) return;
  const paid = form.elements.frais.checked ? covering(given) : given;
  fees.textContent = fees.dataset.text.replace('{plus}', text(covering(given) - given));
  recap.textContent = recap.dataset.text
    .replace('{don}', text(paid)).replace('{projet}', text(paid - fee(paid))).replace('{frais}', text(fee(paid)));
}

form.addEventListener('input', redraw);
redraw();
