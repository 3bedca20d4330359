namespace RustPackage;

/// <summary>An action that may change its argument.</summary>
public delegate void RustRefAction<T>(ref T value);

/// <summary>An action that may change its last argument.</summary>
public delegate void RustRefAction<in T1, T>(T1 arg1, ref T value);

/// <summary>An action that may change its last argument.</summary>
public delegate void RustRefAction<in T1, in T2, T>(T1 arg1, T2 arg2, ref T value);
