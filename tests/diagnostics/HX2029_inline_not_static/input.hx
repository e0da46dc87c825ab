class Main {
	inline var a = 1;
	static inline var b = 2;
}
