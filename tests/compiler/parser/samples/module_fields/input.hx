final answer = 42;
private var counter(default, null) = 0;
inline function twice(x:Int):Int return x * 2;
