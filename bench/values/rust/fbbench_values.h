/* fbbench's data for C, by hand, and as JSON. Numbers are little-endian and not aligned; texts are UTF-8, and are checked.
   No function unwinds. */
#ifndef FBBENCH_VALUES_H
#define FBBENCH_VALUES_H

#include <stddef.h>
#include <stdint.h>

typedef struct values_quad { double a, b, c, d; } values_quad;

/* To be freed with values_free: capacity bytes of this alignment. Without data, len says what went wrong. */
typedef struct values_out { void *data; size_t len; size_t capacity; } values_out;

#define VALUES_MALFORMED 1u
#define VALUES_PANIC 2u

/* 256 bytes of the caller's for a small result; a larger one is memory to be freed. */
typedef struct values_room { uint64_t words[32]; } values_room;

values_quad values_hand_quad(values_quad value);

/* len is in elements. */
void values_hand_quads(const values_quad *values, size_t len, values_out *out);

/* A list of texts: u32 count, the u32 lengths, and then all texts. */
void values_hand_texts(const uint8_t *data, size_t len, values_out *out);

/* The five u32 lengths, and then the texts. */
void values_hand_contact(const uint8_t *data, size_t len, values_room *room, values_out *out);

/* A map: u32 count, the u64 numbers, the u32 lengths of the keys, and then the keys. */
void values_hand_counts(const uint8_t *data, size_t len, values_out *out);

/* u32 kind: 0 quit, 1 key, 2 resize, 3 paste; then one or two u32, or the text to the end. */
void values_hand_event(const uint8_t *data, size_t len, values_room *room, values_out *out);

/* u8: 0 none, 1 ok with none, 2 ok with the text to the end, 3 error with u32. */
void values_hand_nested(const uint8_t *data, size_t len, values_room *room, values_out *out);

/* JSON in, and out. */
void values_json_quad(const uint8_t *data, size_t len, values_out *out);
void values_json_quads(const uint8_t *data, size_t len, values_out *out);
void values_json_texts(const uint8_t *data, size_t len, values_out *out);
void values_json_contact(const uint8_t *data, size_t len, values_out *out);
void values_json_counts(const uint8_t *data, size_t len, values_out *out);
void values_json_event(const uint8_t *data, size_t len, values_out *out);
void values_json_nested(const uint8_t *data, size_t len, values_out *out);

void values_free(void *data, size_t capacity, size_t align);

#endif
