/*
 * The support types of Ferrobind's C ABI, version 4. Every header that Ferrobind writes has the same text, so that
 * several can be included together.
 */
#ifndef FERROBIND_ABI_4
#define FERROBIND_ABI_4

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Rust returned Err: the message is its Display. */
#define FB_ERROR 1u
/* Rust panicked: the message, and where. */
#define FB_PANIC 2u
/* An argument has no valid value in Rust: why, and which. */
#define FB_ARGUMENT 3u
/* A closure failed, and has kept the reason. */
#define FB_CLOSURE 9u

/*
 * A failed call. Read it, then release it with fb_X_release(failure, failure->allocated, 8) if allocated is not 0.
 * Its parts lie behind it, in the order of their lengths; a length of 0: there is none.
 */
typedef struct fb_failure {
  uint32_t kind;         /* FB_ERROR, FB_PANIC or FB_ARGUMENT */
  uint32_t location_len; /* FB_PANIC: "src/lib.rs:10:5"; FB_ARGUMENT: the parameter's name */
  uint32_t message_len;  /* UTF-8, not terminated */
  uint32_t payload_len;  /* FB_ERROR of a type that is data: its value on the wire */
  uint32_t sources_len;  /* FB_ERROR: the messages along source() on the wire: u32 count, then texts */
  uint32_t reserved;
  size_t allocated;      /* bytes to release; 0: it lies in the caller's scratch block */
} fb_failure;

/* Where the parts of a failure are. */
#define FB_LOCATION(failure) ((const uint8_t *)((failure) + 1))
#define FB_MESSAGE(failure) (FB_LOCATION(failure) + (failure)->location_len)
#define FB_PAYLOAD(failure) (FB_MESSAGE(failure) + (failure)->message_len)
#define FB_SOURCES(failure) (FB_PAYLOAD(failure) + (failure)->payload_len)

/* 128 bytes of the caller's, uninitialised, for a small result or failure. It must outlive the use of either. */
typedef struct fb_scratch { uint64_t words[16]; } fb_scratch;

/* Where a closure's answer goes: data has room for capacity bytes, and len says how many are written. */
typedef struct fb_answer { uint8_t *data; size_t capacity; size_t len; } fb_answer;

/*
 * A closure of the caller's, for the time of one call. It gets its context, and its arguments one after the other on the
 * wire; it writes its answer, having asked fb_X_room for more room if there is too little, and returns true. It returns
 * false if it failed: the call then fails with FB_CLOSURE. It must not unwind. It may be called on other threads where
 * Rust's bounds say so.
 */
typedef bool (*fb_closure)(uintptr_t context, const uint8_t *arguments, size_t arguments_len, fb_answer *answer);

/* 128-bit integers, as their halves. */
typedef struct fb_u128 { uint64_t low; uint64_t high; } fb_u128;
typedef struct fb_i128 { uint64_t low; int64_t high; } fb_i128;

/* In each of what follows, failure is null if the call succeeded, and only then do the other members mean anything. */

/*
 * Memory that comes back: text (len in bytes, UTF-8, not terminated) or scalars (len in elements). Empty is null.
 * capacity 0: it lies in the scratch block, in an argument or in static memory, and is not released.
 * Else release it with fb_X_release(data, capacity, alignment of the element; 1 for text).
 */
typedef struct fb_buffer {
  void *data; size_t len; size_t capacity; fb_failure *failure;
} fb_buffer;
typedef struct fb_option_buffer {
  void *data; size_t len; size_t capacity; fb_failure *failure; bool some;
} fb_option_buffer;

/* A scalar that comes back. */
typedef struct fb_result_bool { bool value; fb_failure *failure; } fb_result_bool;
typedef struct fb_result_char { uint32_t value; fb_failure *failure; } fb_result_char;
typedef struct fb_result_i8 { int8_t value; fb_failure *failure; } fb_result_i8;
typedef struct fb_result_i16 { int16_t value; fb_failure *failure; } fb_result_i16;
typedef struct fb_result_i32 { int32_t value; fb_failure *failure; } fb_result_i32;
typedef struct fb_result_i64 { int64_t value; fb_failure *failure; } fb_result_i64;
typedef struct fb_result_i128 { fb_i128 value; fb_failure *failure; } fb_result_i128;
typedef struct fb_result_isize { ptrdiff_t value; fb_failure *failure; } fb_result_isize;
typedef struct fb_result_u8 { uint8_t value; fb_failure *failure; } fb_result_u8;
typedef struct fb_result_u16 { uint16_t value; fb_failure *failure; } fb_result_u16;
typedef struct fb_result_u32 { uint32_t value; fb_failure *failure; } fb_result_u32;
typedef struct fb_result_u64 { uint64_t value; fb_failure *failure; } fb_result_u64;
typedef struct fb_result_u128 { fb_u128 value; fb_failure *failure; } fb_result_u128;
typedef struct fb_result_usize { size_t value; fb_failure *failure; } fb_result_usize;
typedef struct fb_result_f32 { float value; fb_failure *failure; } fb_result_f32;
typedef struct fb_result_f64 { double value; fb_failure *failure; } fb_result_f64;

/* A scalar that may be missing: then some is false. */
typedef struct fb_option_bool { bool value; fb_failure *failure; bool some; } fb_option_bool;
typedef struct fb_option_char { uint32_t value; fb_failure *failure; bool some; } fb_option_char;
typedef struct fb_option_i8 { int8_t value; fb_failure *failure; bool some; } fb_option_i8;
typedef struct fb_option_i16 { int16_t value; fb_failure *failure; bool some; } fb_option_i16;
typedef struct fb_option_i32 { int32_t value; fb_failure *failure; bool some; } fb_option_i32;
typedef struct fb_option_i64 { int64_t value; fb_failure *failure; bool some; } fb_option_i64;
typedef struct fb_option_i128 { fb_i128 value; fb_failure *failure; bool some; } fb_option_i128;
typedef struct fb_option_isize { ptrdiff_t value; fb_failure *failure; bool some; } fb_option_isize;
typedef struct fb_option_u8 { uint8_t value; fb_failure *failure; bool some; } fb_option_u8;
typedef struct fb_option_u16 { uint16_t value; fb_failure *failure; bool some; } fb_option_u16;
typedef struct fb_option_u32 { uint32_t value; fb_failure *failure; bool some; } fb_option_u32;
typedef struct fb_option_u64 { uint64_t value; fb_failure *failure; bool some; } fb_option_u64;
typedef struct fb_option_u128 { fb_u128 value; fb_failure *failure; bool some; } fb_option_u128;
typedef struct fb_option_usize { size_t value; fb_failure *failure; bool some; } fb_option_usize;
typedef struct fb_option_f32 { float value; fb_failure *failure; bool some; } fb_option_f32;
typedef struct fb_option_f64 { double value; fb_failure *failure; bool some; } fb_option_f64;

#endif
