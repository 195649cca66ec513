// What is told names addresses, and what stands at them goes when something newer is told.

class Gone extends Error {}

// What stands at an address.
export async function standing(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Gone(address);
  return answer;
}

// Loads what was told and then shows it, unless something newer was told meanwhile or, since this is gone, is about to be.
export function newest(load, show) {
  let last = 0;
  return async (...told) => {
    const mine = ++last;
    try {
      const loaded = await load(...told);
      if (mine === last) show(loaded, ...told);
    } catch (reason) {
      if (!(reason instanceof Gone)) throw reason;
    }
  };
}
