import type { CameraClaims } from './exif';

/** A picture as it is kept: nothing but the picture. */
export interface Picture {
  width: number;
  height: number;
  content: Buffer;
  claims: CameraClaims;
}
