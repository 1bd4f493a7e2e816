import type { Outlet } from './playback.svelte';

const RATE = 16_000;
const LASTS_S = 0.9;
const TONES_HZ = [392, 587];
const LOUDEST = 0.18;

/** A soft sound by which somebody hears whether they hear: two tones that fade, as samples between -1 and 1. */
export function softSound(): Float32Array {
  return Float32Array.from({ length: RATE * LASTS_S }, (_, n) => {
    const t = n / RATE;
    const fades = Math.min(1, t / 0.03) * Math.exp(-4 * t) * Math.min(1, (LASTS_S - t) / 0.1);
    const tones = TONES_HZ.map((hz) => Math.sin(2 * Math.PI * hz * t));
    return (LOUDEST * fades * tones.reduce((sum, tone) => sum + tone, 0)) / TONES_HZ.length;
  });
}

/** Samples of one channel as a file that every browser plays. */
export function wav(samples: Float32Array): Blob {
  const header = new DataView(new ArrayBuffer(44));
  const text = (at: number, what: string): void =>
    [...what].forEach((letter, n) => header.setUint8(at + n, letter.charCodeAt(0)));
  const data = Int16Array.from(samples, (sample) => Math.round(sample * 0x7fff));
  text(0, 'RIFF');
  header.setUint32(4, 36 + data.byteLength, true);
  text(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true); // PCM
  header.setUint16(22, 1, true); // channels
  header.setUint32(24, RATE, true);
  header.setUint32(28, RATE * 2, true);
  header.setUint16(32, 2, true); // bytes a sample
  header.setUint16(34, 16, true); // bits a sample
  text(36, 'data');
  header.setUint32(40, data.byteLength, true);
  return new Blob([header, data], { type: 'audio/wav' });
}

/** Plays it the way voices go; false where the browser does not let it. */
export async function playTestSound(outlet: Outlet, volume: number): Promise<boolean> {
  const element = new Audio(URL.createObjectURL(wav(softSound())));
  const over = (): void => {
    URL.revokeObjectURL(element.src);
    outlet.forget(element);
  };
  element.volume = volume;
  element.onended = over;
  await outlet.lead(element);
  try {
    await element.play();
    return true;
  } catch {
    over();
    return false;
  }
}
