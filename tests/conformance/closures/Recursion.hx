class Recursion {
	static function main() {
		function fact(n:Int):Int return n < 2 ? 1 : n * fact(n - 1);
		Sys.println(fact(5));
		var fib:Int->Int = null;
		fib = n -> n < 2 ? n : fib(n - 1) + fib(n - 2);
		Sys.println(fib(15));
		function compose(f:Int->Int, g:Int->Int):Int->Int return x -> f(g(x));
		var twice = compose(x -> x * 2, x -> x + 1);
		Sys.println(twice(5));
		Sys.println(compose(twice, twice)(1));
	}
}
