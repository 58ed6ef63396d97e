export const FACE_NAME_MAX = 80;
export const FACE_BIO_MAX = 2000;
