/** The package ships no types for its light build, whose interface is that of the full one. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
