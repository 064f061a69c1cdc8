package app.linden.server;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param deviceId the device whose token came along, null for HTTP Basic
 */
record Caller(Principal principal, @Nullable String deviceId) {}
