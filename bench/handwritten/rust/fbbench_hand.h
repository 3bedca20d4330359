/* fbbench for C, by hand. Texts are UTF-8, and are checked. No function unwinds. */
#ifndef FBBENCH_HAND_H
#define FBBENCH_HAND_H

#include <stddef.h>
#include <stdint.h>

/* 64 bytes of the caller's for a short text; a longer one's address comes in the first word. */
typedef struct hand_room { uint64_t words[8]; } hand_room;

typedef struct hand_bytes { uint8_t *data; size_t len; } hand_bytes;
typedef struct hand_parsed { int64_t value; size_t failure; } hand_parsed;

#define HAND_ERROR 1u
#define HAND_PANIC 2u
#define HAND_NOT_UTF8 3u

int64_t hand_add(int64_t a, int64_t b);

/* The length; -1: the text is not UTF-8. */
int64_t hand_text_len(const uint8_t *text, size_t len);

uint64_t hand_bytes_in(const uint8_t *bytes, size_t len);

/* The length of the text in the room. Above 64, the room's first word is its address, to be freed. */
size_t hand_text_out(uint32_t index, hand_room *room);

/* To be freed. With the highest bit of len set, it is the message of a panic. */
hand_bytes hand_bytes_out(size_t len);

/* failure: 0, or the message's length << 2 | HAND_…; the message is in the room, as above. */
hand_parsed hand_parse(const uint8_t *text, size_t len, hand_room *room);

void hand_free(uint8_t *data, size_t len);

#endif
