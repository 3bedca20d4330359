package support

// fbMaxDepth is how deep values may nest whose type contains itself.
const fbMaxDepth = 128
