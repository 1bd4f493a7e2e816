export * from './anywhere';
export * from './language';
export * from './leaving';
export * from './lobby';
export * from './microphone';
export * from './output';
export * from './phases';
