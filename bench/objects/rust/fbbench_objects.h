/* fbbench's objects for C, by hand. Pointers are to be valid; nothing is checked. No function unwinds. */
#ifndef FBBENCH_OBJECTS_H
#define FBBENCH_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct objects_meter objects_meter;
typedef struct objects_readings objects_readings;
typedef struct objects_names objects_names;

objects_meter *objects_meter_new(int64_t offset);
objects_meter *objects_meter_with_names(int64_t offset, uint32_t count);
int64_t objects_meter_read(const objects_meter *meter, int64_t value);
void objects_meter_free(objects_meter *meter);

/* Iterators: the meter is to outlive them. */
objects_readings *objects_meter_readings(const objects_meter *meter, uint32_t count);
objects_names *objects_meter_names(const objects_meter *meter);

typedef struct objects_reading { int64_t value; bool some; } objects_reading;
objects_reading objects_readings_next(objects_readings *readings);
void objects_readings_free(objects_readings *readings);

/* UTF-8, as long as the meter; null at the end. */
typedef struct objects_name { const uint8_t *data; size_t len; } objects_name;
objects_name objects_names_next(objects_names *names);
void objects_names_free(objects_names *names);

#endif
