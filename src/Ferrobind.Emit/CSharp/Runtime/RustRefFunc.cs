namespace RustPackage;

/// <summary>A function that may change its argument.</summary>
public delegate TResult RustRefFunc<T, out TResult>(ref T value);

/// <summary>A function that may change its last argument.</summary>
public delegate TResult RustRefFunc<in T1, T, out TResult>(T1 arg1, ref T value);

/// <summary>A function that may change its last argument.</summary>
public delegate TResult RustRefFunc<in T1, in T2, T, out TResult>(T1 arg1, T2 arg2, ref T value);
