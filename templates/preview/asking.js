// Posts to the server: the only way in which anything is changed.

export class Refused extends Error {}

const target = location.pathname.replace("/form/", "");

export async function ask(address, asked) {
  let answer;
  try {
    answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ target, ...asked }),
    });
  } catch {
    throw new Refused("The preview has ended, so this is not saved. Start it again and keep this window open.");
  }
  const said = await answer.json().catch(() => ({ error: "Something went wrong. This is not saved." }));
  if (!answer.ok) throw new Refused(said.error);
  return said;
}
