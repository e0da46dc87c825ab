class Main {
	static inline var A = 1 + 2;
	static inline var B = Math.random();
}
