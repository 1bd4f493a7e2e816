/** Whether this browser can have the sound of a call at all. Hardened and managed ones can have none. */
export const hasWebRtc = (): boolean => typeof RTCPeerConnection !== 'undefined';
