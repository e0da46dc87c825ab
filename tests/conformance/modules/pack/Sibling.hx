package pack;

class Sibling {
	public static var name = "sibling";
}
