package pack;

class Names {
	public static inline var LEFT = "l";
	public static var RIGHT = "r";
}
